/** The launcher's own style, inside its shadow root; colours as in web/kit/tokens.css. */
export const styles = `
:host {
  all: initial;
  position: fixed;
  right: 0;
  bottom: 0;
  z-index: 2147483000;
  color-scheme: light dark;
}
button {
  position: fixed;
  right: max(20px, env(safe-area-inset-right));
  bottom: max(20px, env(safe-area-inset-bottom));
  display: grid;
  place-items: center;
  width: 60px;
  height: 60px;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: #14615e;
  color: #f4fbfa;
  box-shadow: 0 2px 6px rgb(16 32 30 / 18%), 0 10px 28px rgb(16 32 30 / 22%);
  cursor: pointer;
}
button:hover { background: #1a726e; }
button:focus-visible { outline: 3px solid #fff; outline-offset: -6px; }
svg { width: 28px; height: 28px; }
.badge {
  position: absolute;
  top: -3px;
  right: -3px;
  box-sizing: border-box;
  min-width: 22px;
  height: 22px;
  padding: 0 6px;
  border: 2px solid #fff;
  border-radius: 11px;
  background: #b3261e;
  color: #fff;
  font: 600 12px/18px -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", sans-serif;
  text-align: center;
}
.help {
  position: fixed;
  right: max(20px, env(safe-area-inset-right));
  bottom: calc(max(20px, env(safe-area-inset-bottom)) + 72px);
  box-sizing: border-box;
  width: min(300px, 100vw - 40px);
  padding: 16px;
  border-radius: 16px;
  background: #fff;
  color: #1c2423;
  box-shadow: 0 4px 12px rgb(16 32 30 / 12%), 0 12px 32px rgb(16 32 30 / 20%);
  font: 15px/1.5 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
.help p { margin: 0 0 12px; min-height: 1.5em; }
.help button {
  position: static;
  display: inline-block;
  width: auto;
  height: auto;
  min-height: 40px;
  margin-right: 8px;
  padding: 0 16px;
  border-radius: 20px;
  box-shadow: none;
  font: inherit;
}
.help button + button { background: transparent; color: inherit; }
.help button:focus-visible { outline-color: currentColor; }
[hidden] { display: none !important; }
.panel {
  position: fixed;
  right: max(20px, env(safe-area-inset-right));
  bottom: calc(max(20px, env(safe-area-inset-bottom)) + 72px);
  width: 400px;
  height: min(680px, 100vh - 116px);
  border-radius: 20px;
  background: #fff;
  box-shadow: 0 4px 12px rgb(16 32 30 / 12%), 0 20px 56px rgb(16 32 30 / 24%);
  overflow: hidden;
}
iframe { display: block; width: 100%; height: 100%; border: 0; }
@media (prefers-color-scheme: dark) {
  .panel { background: #1b1f1e; }
  .help { background: #1b1f1e; color: #e6efed; }
  .badge { border-color: #1b1f1e; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: rise 0.2s ease-out; }
}
@keyframes rise { from { opacity: 0; transform: translateY(12px); } }
@media (max-width: 480px), (max-height: 480px) {
  .panel { inset: 0; width: 100%; height: 100%; border-radius: 0; }
  .panel:not([hidden]) ~ button { display: none; }
}
@media print { :host { display: none; } }
`;
