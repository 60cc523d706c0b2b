import type { ImageBlock, ImageElement } from '@slack/types';
import { useState } from 'preact/hooks';

/** An image, or its description when it cannot be loaded. */
export function Picture({ picture }: { readonly picture: ImageElement | ImageBlock }) {
  const [failed, setFailed] = useState(false);
  const address = 'image_url' in picture ? picture.image_url : undefined;
  if (failed || !address || !/^(https?:|data:image\/)/i.test(address)) {
    return (
      <span class="picture picture-missing" role="img" aria-label={picture.alt_text}>
        {picture.alt_text}
      </span>
    );
  }
  return (
    <img
      class="picture"
      src={address}
      alt={picture.alt_text}
      referrerpolicy="no-referrer"
      onError={() => setFailed(true)}
    />
  );
}
