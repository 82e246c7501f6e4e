"""Exports LTX-Video or Wan from the diffusers layout to the ONNX package that the diffusion engine runs.

    python export.py Lightricks/LTX-Video ltx-video
    python export.py Wan-AI/Wan2.1-T2V-1.3B-Diffusers wan --latent-frames 5

What it needs and how long it takes is in docs/models.md.
"""
import argparse
import inspect
import json
import shutil
from pathlib import Path

import torch
from torch import nn

OPSET = 17


class TextEncoder(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        return self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state


class ImageEncoder(nn.Module):
    """CLIP vision up to the layer before the last, as Wan 2.1 I2V takes it."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, pixel_values):
        return self.model(pixel_values=pixel_values, output_hidden_states=True).hidden_states[-2]


class LtxTransformer(nn.Module):
    """LTX-Video's transformer with its sizes as tensors: one graph for every size."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, hidden_states, encoder_hidden_states, encoder_attention_mask, timestep, num_frames, height, width, rope_interpolation_scale):
        return self.model(
            hidden_states, encoder_hidden_states, timestep, encoder_attention_mask, num_frames=num_frames, height=height, width=width,
            rope_interpolation_scale=rope_interpolation_scale, return_dict=False)[0]


class WanTransformer(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, hidden_states, timestep, encoder_hidden_states, encoder_hidden_states_image=None):
        return self.model(hidden_states, timestep, encoder_hidden_states, encoder_hidden_states_image, return_dict=False)[0]


class Decoder(nn.Module):
    def __init__(self, vae, timestep=False):
        super().__init__()
        self.vae, self.timestep = vae, timestep

    def forward(self, latent_sample, timestep=None):
        if self.timestep:
            return self.vae.decode(latent_sample, timestep, return_dict=False)[0]
        return self.vae.decode(latent_sample, return_dict=False)[0]


class Encoder(nn.Module):
    def __init__(self, vae):
        super().__init__()
        self.vae = vae

    def forward(self, sample):
        return self.vae.encode(sample, return_dict=False)[0].mean


def save(module, folder, inputs, output, axes):
    """Writes folder/model.onnx; weights over 1 GB go into model.onnx_data beside it, for one file can hold no more than 2 GB."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    # The tracing exporter: the newer one unrolls loops over sizes that are to stay free.
    options = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
    with torch.no_grad():
        torch.onnx.export(
            module.eval(), tuple(inputs.values()), str(folder / "model.onnx"), opset_version=OPSET, input_names=list(inputs), output_names=[output],
            dynamic_axes=axes, do_constant_folding=True, **options)
    if sum(parameter.numel() * parameter.element_size() for parameter in module.parameters()) > 1 << 30:
        import onnx
        model = onnx.load(str(folder / "model.onnx"))
        for file in folder.iterdir():
            file.unlink()
        onnx.save(model, str(folder / "model.onnx"), save_as_external_data=True, all_tensors_to_one_file=True, location="model.onnx_data")


def export_ltx_transformer(model, folder, text_width, device="cpu", dtype=torch.float32):
    frames, height, width = 3, 4, 5
    tokens = frames * height * width
    save(LtxTransformer(model), folder, {
        "hidden_states": torch.randn(2, tokens, model.config.in_channels, device=device, dtype=dtype),
        "encoder_hidden_states": torch.randn(2, 128, text_width, device=device, dtype=dtype),
        "encoder_attention_mask": torch.ones(2, 128, device=device, dtype=torch.int64),
        "timestep": torch.full((2, tokens), 500.0, device=device),
        "num_frames": torch.tensor(frames), "height": torch.tensor(height), "width": torch.tensor(width),
        "rope_interpolation_scale": torch.tensor([0.32, 32.0, 32.0], device=device),
    }, "out_sample", {
        "hidden_states": {0: "batch", 1: "tokens"}, "encoder_hidden_states": {0: "batch", 1: "sequence"},
        "encoder_attention_mask": {0: "batch", 1: "sequence"}, "timestep": {0: "batch", 1: "tokens"}, "out_sample": {0: "batch", 1: "tokens"},
    })


def export_wan_transformer(model, folder, text_width, per_token=False, device="cpu", dtype=torch.float32):
    shape = (1, model.config.in_channels, 3, 8, 12)
    tokens = 3 * 4 * 6
    image = getattr(model.config, "image_dim", None)
    inputs = {
        "hidden_states": torch.randn(*shape, device=device, dtype=dtype),
        "timestep": torch.full((1, tokens) if per_token else (1,), 500, device=device, dtype=torch.int64),
        "encoder_hidden_states": torch.randn(1, 512, text_width, device=device, dtype=dtype),
    }
    axes = {
        "hidden_states": {0: "batch", 2: "frames", 3: "height", 4: "width"}, "timestep": {0: "batch", 1: "tokens"} if per_token else {0: "batch"},
        "encoder_hidden_states": {0: "batch", 1: "sequence"}, "out_sample": {0: "batch", 2: "frames", 3: "height", 4: "width"},
    }
    if image:
        inputs["encoder_hidden_states_image"] = torch.randn(1, 257, image, device=device, dtype=dtype)
        axes["encoder_hidden_states_image"] = {0: "batch"}
    save(WanTransformer(model), folder, inputs, "out_sample", axes)


def export_vae(vae, folder, latent_frames=None, device="cpu", dtype=torch.float32):
    """Both halves. Wan's loops over frames, so it is unrolled for so many latent frames; LTX-Video's takes any number."""
    for module in vae.modules():
        # No operator of ONNX; the same for whole factors.
        if isinstance(module, nn.Upsample) and module.mode == "nearest-exact":
            module.mode = "nearest"
    channels = getattr(vae.config, "latent_channels", None) or vae.config.z_dim
    frames = latent_frames or 3
    ratio = 4 if latent_frames else 8
    side = getattr(vae.config, "scale_factor_spatial", None) or getattr(vae, "spatial_compression_ratio", 8)
    fixed = {3: "height", 4: "width"} if latent_frames else {2: "frames", 3: "height", 4: "width"}
    conditioned = bool(getattr(vae.config, "timestep_conditioning", False))
    inputs = {"latent_sample": torch.randn(1, channels, frames, 5, 6, device=device, dtype=dtype)}
    if conditioned:
        inputs["timestep"] = torch.tensor([0.05], device=device, dtype=dtype)
    save(Decoder(vae, conditioned), Path(folder) / "vae_decoder", inputs, "sample", {"latent_sample": fixed, "sample": fixed})
    # A first picture is one frame; films and masked clips are encoded at the decoder's length.
    picture = torch.randn(1, 3, 1 if not latent_frames else (frames - 1) * ratio + 1, 5 * side, 6 * side, device=device, dtype=dtype)
    save(Encoder(vae), Path(folder) / "vae_encoder", {"sample": picture}, "latent_parameters", {"sample": fixed, "latent_parameters": fixed})


def write_config(vae, folder):
    """The VAE's config, with the statistics that LTX-Video keeps among its weights."""
    config = {key: value for key, value in dict(vae.config).items() if not key.startswith("_")}
    for key in ("latents_mean", "latents_std"):
        value = getattr(vae, key, None)
        if isinstance(value, torch.Tensor):
            config[key] = value.flatten().float().tolist()
    (Path(folder) / "vae_decoder" / "config.json").write_text(json.dumps(config, default=str, indent=1))


def main():
    from diffusers import DiffusionPipeline
    from huggingface_hub import snapshot_download

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", help="a repository of the Hugging Face hub, or a folder")
    parser.add_argument("folder", type=Path, help="the package to write, under SORA_MODELS")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--dtype", choices=["float16", "bfloat16", "float32"], default="float16")
    parser.add_argument("--latent-frames", type=int, default=5, help="latent frames that Wan's VAE decodes in one run")
    options = parser.parse_args()
    device, dtype = options.device, getattr(torch, options.dtype)

    source = Path(options.model if Path(options.model).exists() else snapshot_download(options.model))
    pipeline = DiffusionPipeline.from_pretrained(source, torch_dtype=dtype)
    options.folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "model_index.json", options.folder)
    for part in ("scheduler", "tokenizer"):
        shutil.copytree(source / part, options.folder / part, dirs_exist_ok=True)

    text = pipeline.text_encoder.to(device)
    ids = torch.ones(1, 16, device=device, dtype=torch.int64)
    save(TextEncoder(text), options.folder / "text_encoder", {"input_ids": ids, "attention_mask": ids}, "last_hidden_state", {
        "input_ids": {0: "batch", 1: "sequence"}, "attention_mask": {0: "batch", 1: "sequence"}, "last_hidden_state": {0: "batch", 1: "sequence"}})
    width = text.config.d_model
    pipeline.text_encoder = text.to("cpu")

    seer = getattr(pipeline, "image_encoder", None)
    if seer is not None:
        picture = torch.randn(1, 3, 224, 224, device=device, dtype=dtype)
        save(ImageEncoder(seer.to(device, dtype)), options.folder / "image_encoder", {"pixel_values": picture}, "penultimate_hidden_state", {
            "pixel_values": {0: "batch"}, "penultimate_hidden_state": {0: "batch"}})
        seer.to("cpu")

    is_wan = type(pipeline).__name__.startswith("Wan")
    for name in ("transformer", "transformer_2"):
        model = getattr(pipeline, name, None)
        if model is None:
            continue
        model = model.to(device)
        if is_wan:
            export_wan_transformer(model, options.folder / name, width, bool(pipeline.config.get("expand_timesteps")), device, dtype)
        else:
            export_ltx_transformer(model, options.folder / name, width, device, dtype)
        model.to("cpu")

    # The VAEs overflow in half precision.
    vae = pipeline.vae.to(device, torch.float32)
    export_vae(vae, options.folder, options.latent_frames if is_wan else None, device)
    write_config(vae, options.folder)


if __name__ == "__main__":
    main()
