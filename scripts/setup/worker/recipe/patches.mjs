// What has to change in the worker's own files, as exact replacements. A text that is not found exactly once
// means that the worker's sources have moved on and the recipe has to be looked at again.

/** Files whose file-local names collide, or whose order matters, when several are compiled as one. */
const compiledAlone = [
  'src/Settings.cpp',
  'src/handles/BackoffTimerHandle.cpp',
  'src/handles/SignalHandle.cpp',
  'src/handles/TcpConnectionHandle.cpp',
  'src/handles/TcpServerHandle.cpp',
  'src/handles/TimerHandle.cpp',
  'src/handles/UdpSocketHandle.cpp',
  'src/handles/UnixStreamSocketHandle.cpp',
  'src/RTC/BWE/LossBasedController.cpp',
  'src/RTC/BWE/TargetRateController.cpp',
  'src/RTC/PlainTransport.cpp',
  'src/RTC/RTCP/Feedback.cpp',
  'src/RTC/RTP/RtxStream.cpp',
  'src/RTC/SCTP/association/TransmissionControlBlock.cpp',
  'src/RTC/SvcProducerStreamManager.cpp',
  'src/RTC/TransportCongestionControlServer.cpp',
  'src/RTC/WebRtcTransport.cpp',
];

const mesonBuild = [
  // Debian 12 has meson 1.0; nothing newer is used.
  { find: `meson_version: '>= 1.1.0'`, replace: `meson_version: '>= 1.0.0'` },
  // Not packaged by Debian: our own header.
  {
    find: `ankerl_unordered_dense_dep = dependency('unordered_dense')`,
    replace: `ankerl_unordered_dense_dep = declare_dependency(include_directories: include_directories('compat'))`,
  },
  // The libraries are shared ones: there is nothing to link whole.
  {
    find: `link_whole = [
  libuv_proj.get_variable('libuv'),
  openssl_proj.get_variable('libcrypto_lib'),
  openssl_proj.get_variable('libssl_lib'),
  libsrtp3_proj.get_variable('libsrtp3'),
  flatbuffers_proj.get_variable('flatbuffers_lib'),
]`,
    replace: `link_whole = []`,
  },
  {
    find: `  link_whole += [
    abseil_cpp_proj.get_variable('absl_container_lib'),
    libwebrtc,
  ]`,
    replace: `  link_whole += []`,
  },
  // Most files are compiled sixteen at a time; these are not.
  {
    find: `executable(
  'mediasoup-worker',
  build_by_default: true,
  install: true,
  install_tag: 'mediasoup-worker',
  dependencies: dependencies,
  sources: common_sources + ['src/main.cpp'],`,
    replace: `compiled_alone = [
${compiledAlone.map((file) => `  '${file}',`).join('\n')}
]

compiled_together = []
foreach source : common_sources
  if source not in compiled_alone
    compiled_together += source
  endif
endforeach

alone = static_library(
  'alone',
  compiled_alone,
  build_by_default: false,
  dependencies: dependencies,
  include_directories: include_directories('include'),
  cpp_args: cpp_args + ['-DMS_EXECUTABLE'],
  override_options: ['unity=off'],
)

executable(
  'mediasoup-worker',
  build_by_default: true,
  install: true,
  install_tag: 'mediasoup-worker',
  link_with: alone,
  dependencies: dependencies,
  sources: compiled_together + ['src/main.cpp'],`,
  },
];

const libwebrtcMesonBuild = [
  {
    find: `  include_directories: libwebrtc_include_directories,
  cpp_args: cpp_args,
)`,
    replace: `  include_directories: libwebrtc_include_directories,
  cpp_args: cpp_args,
  override_options: ['unity=off'],
)`,
  },
];

const dtlsTransport = [
  // OpenSSL asks the BIO whether kernel TLS is on. Answering 1 to every control call says yes, wrongly, to a
  // build of OpenSSL that has kernel TLS, as Debian's: it then skips its write buffer, and the worker dies on
  // the first ClientHello. Whatever has been done must be answered with its own result.
  { find: `(operationType == BIO_CB_RETURN)`, replace: `(operationType & BIO_CB_RETURN)` },
];

/** Path below the worker's folder -> its replacements. */
export const patches = {
  'meson.build': mesonBuild,
  'deps/libwebrtc/meson.build': libwebrtcMesonBuild,
  'src/RTC/DtlsTransport.cpp': dtlsTransport,
};

/**
 * The text with every replacement made.
 * @param {string} text
 * @param {{find: string, replace: string}[]} replacements
 * @param {string} name how to call the text in an error
 */
export function patch(text, replacements, name) {
  let patched = text;
  for (const { find, replace } of replacements) {
    const parts = patched.split(find);
    if (parts.length !== 2) {
      throw new Error(`${name} is not what the recipe expects: found ${parts.length - 1} times: ${find}`);
    }
    patched = parts.join(replace);
  }
  return patched;
}
