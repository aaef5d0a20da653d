import { openCamera, openDevices, openMicrophone } from './devices.ts';
import { OwnDevice } from './own-device.ts';

/** How a person wants to start: with the microphone muted, with the camera on. */
export interface DeviceChoice {
  muted: boolean;
  camera: boolean;
}

/** One's own devices. Nothing here knows of a network: what is sent, and when, is decided elsewhere. */
export class OwnMedia {
  readonly microphone = new OwnDevice();
  readonly camera = new OwnDevice();

  /** Asks for both in one question, or for the microphone alone. */
  async open({ muted, camera }: DeviceChoice = { muted: false, camera: true }): Promise<void> {
    if (!camera) return this.microphone.open(openMicrophone(), muted);
    const both = openDevices();
    await Promise.all([
      this.microphone.open(
        both.then(({ microphone }) => microphone),
        muted,
      ),
      this.camera.open(both.then((opened) => opened.camera)),
    ]);
  }

  /** Mutes and unmutes; asks for the microphone when there is none yet. */
  async toggleMicrophone(): Promise<void> {
    const { value } = this.microphone.state;
    if (value.is === 'on') this.microphone.mute(!value.muted);
    else if (value.is !== 'opening') await this.microphone.open(openMicrophone());
  }

  /** Switches the camera off for real, or on again. */
  async toggleCamera(): Promise<void> {
    const { value } = this.camera.state;
    if (value.is === 'on') this.camera.close();
    else if (value.is !== 'opening') await this.camera.open(openCamera());
  }

  /** Takes again what the system has taken away; both in one question. */
  async retake(): Promise<void> {
    const { microphone, camera } = this;
    if (microphone.isTaken && camera.isTaken) {
      const both = openDevices();
      await Promise.all([
        microphone.retake(() => both.then((opened) => opened.microphone)),
        camera.retake(() => both.then((opened) => opened.camera)),
      ]);
    } else if (microphone.isTaken) await microphone.retake(openMicrophone);
    else if (camera.isTaken) await camera.retake(openCamera);
  }

  /** Takes another microphone, as the person chose it. */
  async changeMicrophone(): Promise<void> {
    const { value } = this.microphone.state;
    this.microphone.close();
    await this.microphone.open(openMicrophone(), value.is === 'on' && value.muted);
  }

  /** Takes another camera. */
  async changeCamera(): Promise<void> {
    this.camera.close();
    await this.camera.open(openCamera());
  }

  close(): void {
    this.microphone.close();
    this.camera.close();
  }
}
