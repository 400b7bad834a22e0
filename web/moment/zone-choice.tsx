/** In which zone times are shown. */
import { useId } from 'preact/hooks';

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Europe/London',
  'Europe/Paris',
  'Asia/Tokyo',
  'Australia/Sydney',
  'UTC',
];

interface ZoneChoiceProps {
  readonly zone: string;
  onChoose(zone: string): void;
}

export function ZoneChoice({ zone, onChoose }: ZoneChoiceProps) {
  const id = useId();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([zone, own, ...ZONES])];
  return (
    <div class="field">
      <label for={id}>Times in</label>
      <select id={id} value={zone} onChange={(event) => onChoose(event.currentTarget.value)}>
        {zones.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
            {name === own ? ' (yours)' : ''}
          </option>
        ))}
      </select>
    </div>
  );
}
