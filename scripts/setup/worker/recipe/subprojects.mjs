// The worker's build file fetches its libraries as sub-projects. Here each becomes a sub-project of a few
// lines that points to the distribution's library under the names the worker's build file asks for.

/** Sub-project name -> the variables it defines, and the options the worker's build file passes to it. */
const subprojects = {
  libuv: {
    variables: { libuv_dep: "dependency('libuv')" },
    options: { build_tests: 'boolean', build_benchmarks: 'boolean' },
  },
  openssl: {
    variables: { openssl_dep: "dependency('openssl')" },
    options: {},
  },
  libsrtp3: {
    variables: { libsrtp3_dep: "dependency('libsrtp2')" },
    options: { 'crypto-library': 'string', 'crypto-library-kdf': 'string', tests: 'string' },
  },
  flatbuffers: {
    variables: { flatbuffers_dep: "dependency('flatbuffers')" },
    options: {},
  },
  'abseil-cpp': {
    variables: {
      absl_strings_dep: "dependency('absl_strings')",
      absl_types_dep: "dependency('absl_optional')",
      absl_container_dep: "dependency('absl_strings')",
    },
    options: {},
  },
};

/** The files of all sub-projects: path below the worker's folder -> content. */
export function subprojectFiles() {
  const files = {};
  for (const [name, { variables, options }] of Object.entries(subprojects)) {
    const assignments = Object.entries(variables).map(([variable, value]) => `${variable} = ${value}`);
    const declarations = Object.entries(options).map(([option, type]) => `option('${option}', type: '${type}')`);
    files[`subprojects/${name}/meson.build`] = lines(`project('${name}', 'c', 'cpp')`, ...assignments);
    files[`subprojects/${name}/meson_options.txt`] = lines(...declarations);
  }
  return files;
}

function lines(...list) {
  return list.map((line) => `${line}\n`).join('');
}
