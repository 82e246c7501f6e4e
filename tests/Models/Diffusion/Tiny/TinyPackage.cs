using System.Globalization;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Tests.Tokenisers;

namespace SoraFunctions.Models.Tests.Diffusion.Tiny;

/// <summary>
/// Whole packages of every family, in the layout and with the names, ranks and types of real ones, and with real attention, convolutions and tokenisers;
/// their weights come from a seed. They show nothing, but all that a real package goes through they go through.
/// </summary>
public static class TinyPackage
{
    public const int Opset = 17;

    public static readonly TinyVae WanVae = new(16, 4, 8), LtxVae = new(128, 8, 32), CogVae = new(16, 4, 8), MochiVae = new(12, 6, 8), PictureVae = new(4, 1, 8);

    /// <summary>The families by the names of their packages.</summary>
    public static readonly IReadOnlyDictionary<string, Action<string>> All = new Dictionary<string, Action<string>>
    {
        ["ltx"] = Ltx,
        ["wan"] = folder => Wan(folder),
        ["wan-experts"] = WanExperts,
        ["wan-first-picture"] = WanFirstPicture,
        ["wan-image"] = WanImage,
        ["wan-tokens"] = WanTokens,
        ["cogvideox"] = folder => CogVideoX(folder),
        ["cogvideox-first-picture"] = folder => CogVideoX(folder, true),
        ["mochi"] = Mochi,
        ["animatediff"] = AnimateDiff,
    };

    public static void Ltx(string folder)
    {
        Common(folder, "LTXPipeline", """{"_class_name":"FlowMatchEulerDiscreteScheduler","use_dynamic_shifting":true,"base_shift":0.95,"max_shift":2.05,"base_image_seq_len":1024,"max_image_seq_len":4096,"shift_terminal":0.1}""");
        Side(folder, 128, 96, 17, 25, $$""" "latents_mean":{{List(128, i => i % 5 * 0.05)}},"latents_std":{{List(128, i => 0.5 + i % 3 * 0.1)}},"scaling_factor":1.0 """);
        Save(TextEncoder(false), folder, "text_encoder");
        Save(new TinyDenoiser(LatentLayout.Tokens, 128, Answer.Flow) { TimestepRank = 2, Mask = true }.Graph(), folder, "transformer");
        Save(LtxVae.Decoder(), folder, "vae_decoder");
        Save(LtxVae.Encoder(), folder, "vae_encoder");
    }

    public static void Wan(string folder, TensorElementType type = TensorElementType.Float)
    {
        Common(folder, "WanPipeline", """{"_class_name":"UniPCMultistepScheduler","prediction_type":"flow_prediction","use_flow_sigmas":true,"flow_shift":3.0,"solver_order":2}""");
        Side(folder, 64, 48, 9, 16);
        Save(TextEncoder(true), folder, "text_encoder");
        Save(new TinyDenoiser(LatentLayout.ChannelsFirst, 16, Answer.Flow) { Type = type }.Graph(), folder, "transformer");
        Save(WanVae.Decoder(), folder, "vae_decoder");
    }

    public static void WanExperts(string folder)
    {
        Wan(folder);
        Text(folder, "model_index.json", """{"_class_name":"WanPipeline","boundary_ratio":0.875}""");
        Side(folder, 64, 48, 9, 16, """ "guidance_scale":4.0,"guidance_scale_2":3.0 """);
        Save(new TinyDenoiser(LatentLayout.ChannelsFirst, 16, Answer.Flow) { Seed = 6 }.Graph(), folder, "transformer_2");
    }

    public static void WanFirstPicture(string folder)
    {
        Wan(folder);
        Text(folder, "model_index.json", """{"_class_name":"WanImageToVideoPipeline"}""");
        Save(new TinyDenoiser(LatentLayout.ChannelsFirst, 16, Answer.Flow) { ExtraChannels = 20 }.Graph(), folder, "transformer");
        Save(WanVae.Encoder(), folder, "vae_encoder");
    }

    public static void WanImage(string folder)
    {
        WanFirstPicture(folder);
        Save(new TinyDenoiser(LatentLayout.ChannelsFirst, 16, Answer.Flow) { ExtraChannels = 20, Image = true }.Graph(), folder, "transformer");
        Save(ImageEncoder("penultimate_hidden_state"), folder, "image_encoder");
    }

    /// <summary>An image encoder as CLIP's: patches of 32 x 32 pixels, one block.</summary>
    public static OnnxGraph ImageEncoder(string output)
    {
        const int patch = 32;
        var net = new TinyNetwork(32);
        net.Graph.Input("pixel_values", TensorElementType.Float, "batch", 3, 224, 224);
        net.Graph.Output(output, TensorElementType.Float, "batch", 49, TinyDenoiser.TextWidth);
        int[] window = [patch, patch];
        var grid = net.Node("Conv", ["pixel_values", net.Weights(0.02, TinyDenoiser.TextWidth, 3, patch, patch)], ("kernel_shape", window), ("strides", window));
        var tokens = net.Node("Transpose", [net.Node("Reshape", [grid, net.Wholes(0, TinyDenoiser.TextWidth, 49)])], ("perm", new[] { 0, 2, 1 }));
        net.Result("Identity", [net.Block(tokens, TinyDenoiser.TextWidth, null)], output);
        return net.Graph;
    }

    public static void WanTokens(string folder)
    {
        Wan(folder);
        Text(folder, "model_index.json", """{"_class_name":"WanPipeline","expand_timesteps":true}""");
        Save(new TinyDenoiser(LatentLayout.ChannelsFirst, 16, Answer.Flow) { TimestepRank = 2 }.Graph(), folder, "transformer");
        Save(WanVae.Encoder(), folder, "vae_encoder");
    }

    public static void CogVideoX(string folder, bool picture = false)
    {
        Common(folder, "CogVideoXPipeline", $$"""{"_class_name":"CogVideoXDDIMScheduler","prediction_type":"{{(picture ? "sample" : "v_prediction")}}","timestep_spacing":"trailing","rescale_betas_zero_snr":true,"snr_shift_scale":3.0}""");
        Side(folder, 64, 48, 9, 8);
        Save(TextEncoder(false), folder, "text_encoder");
        Save(new TinyDenoiser(LatentLayout.FramesFirst, 16, picture ? Answer.Clean : Answer.Raw) { ExtraChannels = picture ? 16 : 0 }.Graph(), folder, "transformer");
        Save(CogVae.Decoder(), folder, "vae_decoder");
        if (picture)
            Save(CogVae.Encoder(), folder, "vae_encoder");
    }

    public static void Mochi(string folder)
    {
        Common(folder, "MochiPipeline", """{"_class_name":"FlowMatchEulerDiscreteScheduler","invert_sigmas":true,"shift":1.0}""");
        Side(folder, 64, 48, 13, 30);
        Text(folder, "vae_decoder/config.json", $$"""{"latents_mean":{{List(12, i => i * 0.02)}},"latents_std":{{List(12, i => 0.8 + i * 0.03)}},"scaling_factor":1.0,"latent_channels":12}""");
        Save(TextEncoder(true), folder, "text_encoder");
        Save(new TinyDenoiser(LatentLayout.ChannelsFirst, 12, Answer.InvertedFlow) { Mask = true }.Graph(), folder, "transformer");
        Save(MochiVae.Decoder(), folder, "vae_decoder");
    }

    public static void AnimateDiff(string folder)
    {
        Common(folder, "AnimateDiffPipeline", """{"_class_name":"DDIMScheduler","beta_start":0.00085,"beta_end":0.012,"beta_schedule":"linear","steps_offset":1,"clip_sample":false}""");
        Side(folder, 64, 48, 4, 8, tokens: 77);
        File.Delete(Path.Combine(folder, "tokenizer", "spiece.model"));
        string[] merges = [.. Vocabularies.ClipMerges().Take(300)];
        Text(folder, "tokenizer/vocab.json", Vocabularies.ClipIds(merges).GetRawText());
        File.WriteAllLines(Path.Combine(folder, "tokenizer", "merges.txt"), ["#version: 0.2", .. merges]);
        Save(TextEncoder(false, 900), folder, "text_encoder");
        Save(new TinyDenoiser(LatentLayout.ChannelsFirst, 4, Answer.Noise) { TimestepRank = 0 }.Graph(), folder, "unet");
        Save(PictureVae.Decoder(pictures: true), folder, "vae_decoder");
    }

    public static void Text(string folder, string name, string content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public static void Save(OnnxGraph graph, string folder, string part)
    {
        Directory.CreateDirectory(Path.Combine(folder, part));
        File.WriteAllBytes(Path.Combine(folder, part, "model.onnx"), graph.Model(Opset));
    }

    /// <summary>The side file.</summary>
    public static void Side(string folder, int width, int height, int frames, double rate, string more = "", int tokens = 12) => Text(folder, "sora.json", string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"width":{{width}},"height":{{height}},"num_frames":{{frames}},"frame_rate":{{rate}},"num_inference_steps":4,"max_sequence_length":{{tokens}}{{(more == "" ? "" : "," + more)}}}"""));

    /// <summary>A text encoder of one block, as T5's: token ids to vectors.</summary>
    private static OnnxGraph TextEncoder(bool masked, int vocabulary = 80)
    {
        var net = new TinyNetwork(31);
        net.Graph.Input("input_ids", TensorElementType.Int64, "batch", "sequence");
        net.Graph.Output("last_hidden_state", TensorElementType.Float, "batch", "sequence", TinyDenoiser.TextWidth);
        string? bias = null;
        if (masked)
        {
            net.Graph.Input("attention_mask", TensorElementType.Int64, "batch", "sequence");
            bias = net.Bias("attention_mask", TensorElementType.Int64);
        }
        var tokens = net.Node("Gather", [net.Weights(1, vocabulary, TinyDenoiser.TextWidth), "input_ids"]);
        var x = net.Block(tokens, TinyDenoiser.TextWidth, null, bias: bias);
        net.Result("LayerNormalization", [x, net.Floats([TinyDenoiser.TextWidth], TinyNetwork.Filled(TinyDenoiser.TextWidth, 1))], "last_hidden_state");
        return net.Graph;
    }

    private static void Common(string folder, string pipeline, string scheduler)
    {
        Text(folder, "model_index.json", JsonSerializer.Serialize(new Dictionary<string, string> { ["_class_name"] = pipeline }));
        Text(folder, "scheduler/scheduler_config.json", scheduler);
        Text(folder, "tokenizer/tokenizer_config.json", """{"pad_token":"<pad>"}""");
        File.WriteAllBytes(Path.Combine(folder, "tokenizer", "spiece.model"), Vocabularies.Small(false));
    }

    private static string List(int count, Func<int, double> value) =>
        "[" + string.Join(',', Enumerable.Range(0, count).Select(i => value(i).ToString("0.###", CultureInfo.InvariantCulture))) + "]";
}
