using System.Text;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Tests.Tokenisers;

namespace SoraFunctions.Models.Tests.Packages;

/// <summary>
/// A package in the layout of a real one, of graphs of a few operators: token ids become 4 numbers each; the denoiser answers
/// "noise - x0" for an x0 of 0.25 everywhere; the decoder doubles the latents.
/// </summary>
public static class SmallPackage
{
    private const int Vocabulary = 71, Width = 4;

    public static void Write(string folder)
    {
        Text(folder, "model_index.json", """
            {"_class_name":"LTXPipeline","_diffusers_version":"0.35.0",
             "scheduler":["diffusers","FlowMatchEulerDiscreteScheduler"],"text_encoder":["transformers","T5EncoderModel"],
             "tokenizer":["transformers","T5TokenizerFast"],"transformer":["diffusers","LTXVideoTransformer3DModel"],
             "vae":["diffusers","AutoencoderKLLTXVideo"],"image_encoder":[null,null]}
            """);
        Text(folder, "scheduler/scheduler_config.json", """{"_class_name":"FlowMatchEulerDiscreteScheduler","shift":3.0}""");
        Text(folder, "tokenizer/tokenizer_config.json", """{"pad_token":"<pad>","model_max_length":128}""");
        File.WriteAllBytes(Path.Combine(folder, "tokenizer", "spiece.model"), Vocabularies.Small(false));
        TextEncoder().Save(Path.Combine(folder, "text_encoder", "model.onnx"));
        Denoiser().Save(Path.Combine(folder, "transformer", "model.onnx"));
        Decoder().Save(Path.Combine(folder, "vae_decoder", "model.onnx"));
    }

    public static void Text(string folder, string name, string content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, new UTF8Encoding(false));
    }

    public static OnnxGraph TextEncoder() => new OnnxGraph()
        .Input("input_ids", TensorElementType.Int64, "batch", "sequence")
        .Output("last_hidden_state", TensorElementType.Float, "batch", "sequence", Width)
        .Constant("table", [Vocabulary, Width], [.. Enumerable.Range(0, Vocabulary * Width).Select(i => i / 100f)])
        .Node("Gather", ["table", "input_ids"], ["last_hidden_state"]);

    // v = (x - x0) / sigma, where sigma = timestep / 1000; the text counts for nothing.
    public static OnnxGraph Denoiser() => new OnnxGraph()
        .Input("hidden_states", TensorElementType.Float16, "batch", "tokens", 8)
        .Input("timestep", TensorElementType.Int64, "batch", "tokens")
        .Input("encoder_hidden_states", TensorElementType.Float, "batch", "sequence", Width)
        .Output("out_sample", TensorElementType.Float, "batch", "tokens", 8)
        .Constant("thousand", [1], [1000f])
        .Constant("zero", [1], [0f])
        .Constant("x0", [1], [0.25f])
        .Constant("last", [1], [2L])
        .Node("Cast", ["timestep"], ["time"], ("to", 1))
        .Node("Cast", ["hidden_states"], ["x"], ("to", 1))
        .Node("Div", ["time", "thousand"], ["sigma"])
        .Node("Unsqueeze", ["sigma", "last"], ["sigmas"])
        .Node("ReduceMean", ["encoder_hidden_states"], ["text"], ("keepdims", 1), ("axes", new[] { 1, 2 }))
        .Node("Mul", ["text", "zero"], ["nothing"])
        .Node("Sub", ["x", "x0"], ["noise"])
        .Node("Div", ["noise", "sigmas"], ["velocity"])
        .Node("Add", ["velocity", "nothing"], ["out_sample"]);

    public static OnnxGraph Decoder() => new OnnxGraph()
        .Input("latent_sample", TensorElementType.Float, "batch", 2, 1, 2, 2)
        .Output("sample", TensorElementType.Float, "batch", 2, 1, 2, 2)
        .Node("Add", ["latent_sample", "latent_sample"], ["sample"]);
}
