/** Outlines on a field of 240 by 240; `fill` marks the body, `shade` its darker parts, `light` its lighter ones. */
export const silhouettes = {
  pumpBottle:
    '<path class="shade" d="M112 48h34a6 6 0 0 1 0 12h-18v18h-16z"/><path class="fill" d="M84 92a14 14 0 0 1 14-14h44a14 14 0 0 1 14 14v96a12 12 0 0 1-12 12H96a12 12 0 0 1-12-12z"/><path class="light" d="M84 116h72v48H84z"/>',
  bottle:
    '<path class="shade" d="M104 40h32v26h-32z"/><path class="fill" d="M80 96c0-18 22-20 24-30h32c2 10 24 12 24 30v92a12 12 0 0 1-12 12H92a12 12 0 0 1-12-12z"/><path class="light" d="M80 120h80v44H80z"/>',
  dropper:
    '<path class="shade" d="M112 36c0-8 16-8 16 0v24h8v18h-32V60h8z"/><path class="fill" d="M86 96a16 16 0 0 1 16-16h36a16 16 0 0 1 16 16v92a12 12 0 0 1-12 12H98a12 12 0 0 1-12-12z"/><path class="light" d="M86 124h68v40H86z"/>',
  tube: '<path class="fill" d="M86 40h68l-8 132h-52z"/><path class="light" d="M89 84h62l-3 44h-56z"/><path class="shade" d="M96 172h48v24a6 6 0 0 1-6 6h-36a6 6 0 0 1-6-6z"/>',
  jar: '<path class="shade" d="M66 84a8 8 0 0 1 8-8h92a8 8 0 0 1 8 8v24H66z"/><path class="fill" d="M72 108h96v60a16 16 0 0 1-16 16H88a16 16 0 0 1-16-16z"/><path class="light" d="M72 128h96v30H72z"/>',
  bar: '<rect class="fill" x="56" y="92" width="128" height="72" rx="24"/><rect class="light" x="84" y="112" width="72" height="32" rx="16"/>',
  pouch:
    '<path class="shade" d="M142 44h22v22h-22z"/><path class="fill" d="M78 64h84l10 120a12 12 0 0 1-12 14H80a12 12 0 0 1-12-14z"/><path class="light" d="M75 108h90l4 48H71z"/>',
  spray:
    '<path class="shade" d="M96 40h52v20h-14v20h-26V60H88z"/><path class="fill" d="M84 108c0-16 24-16 24-28h26c0 12 24 12 24 28v82a10 10 0 0 1-10 10H94a10 10 0 0 1-10-10z"/><path class="light" d="M84 126h74v42H84z"/>',
  box: '<path class="fill" d="M64 84h112v104a8 8 0 0 1-8 8H72a8 8 0 0 1-8-8z"/><path class="shade" d="M60 66a6 6 0 0 1 6-6h108a6 6 0 0 1 6 6v18H60z"/><rect class="light" x="88" y="108" width="64" height="52" rx="6"/>',
  brush:
    '<rect class="fill" x="108" y="104" width="24" height="104" rx="12"/><path class="shade" d="M114 66h12v38h-12z"/><rect class="light" x="104" y="34" width="32" height="34" rx="8"/><circle class="light" cx="120" cy="130" r="5"/>',
  flosser:
    '<path class="shade" d="M112 30h10v44h-10z"/><path class="fill" d="M92 88a14 14 0 0 1 14-14h30a14 14 0 0 1 14 14v110a10 10 0 0 1-10 10h-38a10 10 0 0 1-10-10z"/><path class="light" d="M92 148h58v44H92z"/>',
  kettle:
    '<path class="fill" d="M80 76h74l12 112a10 10 0 0 1-10 10H78a10 10 0 0 1-10-10z"/><path class="shade" d="M80 62a8 8 0 0 1 8-8h58a8 8 0 0 1 8 8v14H80zM58 96l18-16v26zM160 84h20a14 14 0 0 1 14 14v44a14 14 0 0 1-14 14h-12v-14h10v-44h-16z"/><path class="light" d="M106 100h14v72h-14z"/>',
  cooker:
    '<path class="fill" d="M52 104h136v64a24 24 0 0 1-24 24H76a24 24 0 0 1-24-24z"/><path class="shade" d="M58 100c0-28 28-44 62-44s62 16 62 44zM106 44h28v12h-28z"/><rect class="light" x="92" y="126" width="56" height="34" rx="8"/>',
  blender:
    '<path class="light" d="M82 44h76l-8 92H90z"/><path class="shade" d="M78 34h84v12H78zM158 64h18a10 10 0 0 1 10 10v30a10 10 0 0 1-10 10h-20v-12h18V76h-18z"/><path class="fill" d="M80 140h80l8 50a10 10 0 0 1-10 12H82a10 10 0 0 1-10-12z"/><circle class="light" cx="120" cy="172" r="12"/>',
  tower:
    '<rect class="fill" x="80" y="40" width="80" height="164" rx="20"/><path class="light" d="M96 64h48v6H96zM96 78h48v6H96zM96 92h48v6H96z"/><circle class="shade" cx="120" cy="148" r="16"/>',
  mist: '<path class="shade" d="M108 52c-10-12 10-16 0-28M128 52c-10-12 10-16 0-28" style="fill:none;stroke-width:6"/><path class="light" d="M76 76a20 20 0 0 1 20-20h48a20 20 0 0 1 20 20v66H76z"/><path class="fill" d="M76 142h88v44a18 18 0 0 1-18 18H94a18 18 0 0 1-18-18z"/>',
  fan: '<circle class="fill" cx="120" cy="92" r="58"/><circle class="light" cx="120" cy="92" r="46"/><path class="shade" d="M120 92c-8-22 4-38 20-36 4 20-8 30-20 36zm0 0c24 2 32 20 22 32-20-4-24-18-22-32zm0 0c-16 18-34 16-40 2 12-16 28-10 40-2zM114 150h12v36h-12zM84 186h72v16H84z"/>',
  jug: '<path class="light" d="M72 64h88v124a14 14 0 0 1-14 14H86a14 14 0 0 1-14-14z"/><path class="fill" d="M72 112h88v76a14 14 0 0 1-14 14H86a14 14 0 0 1-14-14z"/><path class="shade" d="M64 50h96v16H64zM160 84h16a12 12 0 0 1 12 12v52a12 12 0 0 1-12 12h-16v-14h14V98h-14zM104 66h24v60h-24z"/>',
  dispenser:
    '<path class="fill" d="M64 48h100a14 14 0 0 1 14 14v26h-40v74h40v28a14 14 0 0 1-14 14H64z"/><rect class="light" x="80" y="66" width="44" height="28" rx="6"/><path class="shade" d="M150 88h12v14h-12zM138 162h42v10h-42z"/>',
  linen:
    '<rect class="fill" x="48" y="148" width="144" height="40" rx="18"/><rect class="light" x="56" y="108" width="128" height="38" rx="18"/><rect class="shade" x="64" y="70" width="112" height="36" rx="18"/>',
  pillow:
    '<path class="fill" d="M52 92c20-12 116-12 136 0 12 14 12 52 0 66-20 12-116 12-136 0-12-14-12-52 0-66z"/><path class="light" d="M74 108c20-6 72-6 92 0 6 10 6 24 0 34-20 6-72 6-92 0-6-10-6-24 0-34z"/>',
  rug: '<path class="fill" d="M44 76h152v96H44z"/><path class="light" d="M60 92h120v64H60z"/><path class="fill" d="M78 108h84v32H78z"/><path class="shade" d="M36 76h8v96h-8zM196 76h8v96h-8z"/>',
  mat: '<rect class="fill" x="44" y="84" width="152" height="88" rx="20"/><path class="light" d="M72 112q12-12 24 0t24 0 24 0 24 0v8q-12 12-24 0t-24 0-24 0-24 0z"/><path class="shade" d="M188 168h22v8h-22z"/>',
  whisk:
    '<path class="fill" d="M60 66h96a24 24 0 0 1 24 24v16a16 16 0 0 1-16 16H76a16 16 0 0 1-16-16z"/><path class="shade" d="M92 122h8v30h-8zM128 122h8v30h-8zM60 44h92v14H60z"/><ellipse class="light" cx="96" cy="176" rx="14" ry="28"/><ellipse class="light" cx="132" cy="176" rx="14" ry="28"/>',
  cartridge:
    '<rect class="fill" x="84" y="60" width="72" height="132" rx="14"/><path class="shade" d="M100 40h40v20h-40z"/><path class="light" d="M96 84h48v8H96zM96 104h48v8H96zM96 124h48v8H96zM96 144h48v8H96z"/>',
} as const;

/** The name of an outline. */
export type Silhouette = keyof typeof silhouettes;
