import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { InputLabel } from '../../../ui/TextInput.tsx';
import { dayAfter, dayAt } from '../zone.ts';
import { Download } from './Download.tsx';
import { columns, exampleList } from './lists.ts';
import { LineProblems } from './LineProblems.tsx';
import type { UploadForm } from './upload-form.ts';
import { Uploaded } from './Uploaded.tsx';

interface Props {
  form: UploadForm;
  timeZone: string;
  onMade: () => Promise<void>;
}

/** Many appointments at once. */
export function UploadPart({ form, timeZone, onMade }: Props) {
  const made = form.made.value;
  if (made) return <Uploaded made={made} onAnother={() => form.another()} />;
  return (
    <Form state={form.state} onSubmit={() => void form.submit(onMade)}>
      <p>{t('clinics:upload.intro', { columns: columns.join(', '), needed: columns.slice(0, 2).join(', ') })}</p>
      <p>
        <Download text={exampleList(dayAfter(dayAt(Date.now(), timeZone), 1))} name={t('clinics:upload.exampleName')}>
          {t('clinics:upload.example')}
        </Download>
      </p>
      {form.problems.value.length > 0 && <LineProblems problems={form.problems.value} />}
      {form.unreadable.value && (
        <Notice kind="error" live>
          {t('clinics:upload.unreadable')}
        </Notice>
      )}
      <div class="nhsuk-form-group">
        <InputLabel id="file">{t('clinics:upload.file')}</InputLabel>
        <input
          class="fd-file"
          id="file"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={({ currentTarget: input }) => {
            const [file] = input.files ?? [];
            if (file) void form.take(file);
            // So that the same file, corrected, can be chosen again.
            input.value = '';
          }}
        />
      </div>
      <TextArea
        id="csv"
        label={t('clinics:upload.text')}
        hint={t('clinics:upload.textHint')}
        error={form.state.errorOf('csv')}
        value={form.text}
        maxLength={20_000}
      />
      <Button busy={form.state.busy.value}>{t('clinics:upload.submit')}</Button>
    </Form>
  );
}
