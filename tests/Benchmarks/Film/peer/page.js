// The scene that the world engine is timed against: a textured carton turns and bobs over a mirror floor, the camera goes round it.
import * as THREE from 'three';
import { Reflector } from 'three/addons/objects/Reflector.js';

const WIDTH = 1280, HEIGHT = 720;

const renderer = new THREE.WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
renderer.setSize(WIDTH, HEIGHT);
renderer.toneMapping = THREE.ACESFilmicToneMapping;
renderer.shadowMap.enabled = true;
renderer.shadowMap.type = THREE.PCFShadowMap;
document.body.append(renderer.domElement);

const scene = new THREE.Scene();
scene.background = new THREE.Color(0x1b1d22);
const camera = new THREE.PerspectiveCamera(27, WIDTH / HEIGHT, 0.05, 20);

const picture = await new THREE.TextureLoader().loadAsync('/picture.png');
picture.colorSpace = THREE.SRGBColorSpace;
picture.anisotropy = 8;
const side = picture.image.width / picture.image.height;
const carton = new THREE.Mesh(
  new THREE.BoxGeometry(0.2 * side, 0.2, 0.12),
  new THREE.MeshStandardMaterial({ map: picture, roughness: 0.5 }));
carton.castShadow = true;
scene.add(carton);

const mirror = new Reflector(new THREE.PlaneGeometry(6, 6), { textureWidth: WIDTH, textureHeight: HEIGHT, color: 0x8a8a8a, clipBias: 0.003 });
mirror.rotation.x = -Math.PI / 2;
scene.add(mirror);
const shade = new THREE.Mesh(new THREE.PlaneGeometry(6, 6), new THREE.ShadowMaterial({ opacity: 0.5 }));
shade.rotation.x = -Math.PI / 2;
shade.position.y = 0.001;
shade.receiveShadow = true;
scene.add(shade);

scene.add(new THREE.HemisphereLight(0xffffff, 0x30343c, 1.2));
const key = new THREE.DirectionalLight(0xfff1e0, 3);
key.position.set(-0.7, 1.2, 0.8);
key.castShadow = true;
key.shadow.mapSize.set(2048, 2048);
key.shadow.radius = 6;
Object.assign(key.shadow.camera, { left: -0.6, right: 0.6, top: 0.6, bottom: -0.6, near: 0.1, far: 4 });
scene.add(key);

/** Draws the instant and gives it as a JPEG in base 64. */
window.frame = (seconds, length) => {
  carton.rotation.y = (2 * Math.PI * seconds) / length;
  carton.position.y = 0.13 + 0.02 * Math.sin(2 * seconds);
  const angle = 0.9 * (seconds / length - 0.5);
  camera.position.set(0.95 * Math.sin(angle), 0.26, 0.95 * Math.cos(angle));
  camera.lookAt(0, 0.11, 0);
  renderer.render(scene, camera);
  const address = renderer.domElement.toDataURL('image/jpeg', 0.95);
  return address.slice(address.indexOf(',') + 1);
};

const gl = renderer.getContext();
const names = gl.getExtension('WEBGL_debug_renderer_info');
window.processor = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
window.ready = true;
