using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Graphs;

namespace SoraFunctions.Models.Tests.Diffusion.Tiny;

/// <summary>What a tiny denoiser answers with.</summary>
public enum Answer
{
    /// <summary>noise - clean, the timestep being 1000 at pure noise.</summary>
    Flow,

    /// <summary>clean - noise, the timestep being 0 at pure noise.</summary>
    InvertedFlow,

    /// <summary>The noise.</summary>
    Noise,

    /// <summary>Whatever the network says.</summary>
    Raw,

    /// <summary>The clean sample.</summary>
    Clean,
}

/// <summary>A diffusion transformer of two blocks with attention to itself and to the prompt, in the form that its family has.</summary>
public sealed record TinyDenoiser(LatentLayout Layout, int Channels, Answer Answer)
{
    public const int TextWidth = 16;

    private const int Width = 32, Blocks = 2;

    public int ExtraChannels { get; init; }

    public int TimestepRank { get; init; } = 1;

    public int Patch { get; init; } = 2;

    public bool Mask { get; init; }

    /// <summary>Whether it takes what an image encoder says, as Wan 2.1 I2V does.</summary>
    public bool Image { get; init; }

    public ulong Seed { get; init; } = 5;

    public (int Frames, int Height, int Width)? Size { get; init; }

    public TensorElementType Type { get; init; } = TensorElementType.Float;

    public OnnxGraph Graph()
    {
        var net = new TinyNetwork(Seed);
        var input = Channels + ExtraChannels;
        object[] axes = Size is var (f, h, w) ? [f, h, w] : ["frames", "height", "width"];
        object[] Form(int channels) => Layout switch
        {
            LatentLayout.ChannelsFirst => ["batch", channels, .. axes],
            LatentLayout.FramesFirst => ["batch", axes[0], channels, .. axes[1..]],
            _ => ["batch", "tokens", channels],
        };
        net.Graph.Input("hidden_states", Type, Form(input));
        net.Graph.Input("timestep", TimestepRank == 1 ? TensorElementType.Int64 : TensorElementType.Float, TimestepRank switch { 0 => [], 1 => ["batch"], _ => ["batch", "tokens"] });
        net.Graph.Input("encoder_hidden_states", TensorElementType.Float, "batch", "sequence", TextWidth);
        net.Graph.Output("out_sample", Type, Form(Channels));
        string? bias = null;
        if (Image)
            net.Graph.Input("encoder_hidden_states_image", TensorElementType.Float, "batch", "patches", TextWidth);
        if (Mask)
        {
            net.Graph.Input("encoder_attention_mask", TensorElementType.Int64, "batch", "sequence");
            bias = net.Bias("encoder_attention_mask", TensorElementType.Int64);
        }

        var sample = net.Node("Cast", ["hidden_states"], ("to", 1));
        if (Layout == LatentLayout.FramesFirst)
            sample = net.Node("Transpose", [sample], ("perm", new[] { 0, 2, 1, 3, 4 }));
        var time = net.Node("Mul", [net.Node("Cast", ["timestep"], ("to", 1)), net.Number(0.001f)]);
        time = net.Node("Reshape", [time, TimestepRank == 2 ? net.Wholes(0, 0, 1) : net.Wholes(-1, 1, 1)]);
        var said = Layout == LatentLayout.Tokens ? Tokens(net, sample, time, bias) : Volume(net, sample, time, bias);
        if (Layout == LatentLayout.FramesFirst)
            said = net.Node("Transpose", [said], ("perm", new[] { 0, 2, 1, 3, 4 }));
        net.Result("Cast", [said], "out_sample", ("to", (int)Type));
        return net.Graph;
    }

    private string Tokens(TinyNetwork net, string sample, string time, string? bias)
    {
        net.Graph.Input("num_frames", TensorElementType.Int64);
        net.Graph.Input("height", TensorElementType.Int64);
        net.Graph.Input("width", TensorElementType.Int64);
        net.Graph.Input("rope_interpolation_scale", TensorElementType.Float, 3);
        // The time of each token in seconds, as the transformer's own rotary positions have it.
        var count = net.Node("Gather", [net.Node("Shape", [sample]), net.Wholes(1)]);
        var places = net.Node("Range", [Scalar(net, 0), net.Node("Squeeze", [count]), Scalar(net, 1)]);
        var frames = net.Node("Cast", [net.Node("Div", [places, net.Node("Mul", ["height", "width"])])], ("to", 1));
        var seconds = net.Node("Mul", [frames, net.Node("Gather", ["rope_interpolation_scale", net.Wholes(0)])]);
        var position = net.Node("Sin", [net.Node("MatMul", [net.Node("Unsqueeze", [seconds, net.Wholes(1)]), net.Weights(2, 1, Width)])]);
        var tokens = net.Node("Add", [net.Linear(sample, Channels, Width), position]);
        var clean = net.Node("Tanh", [net.Linear(Trunk(net, tokens, time, bias), Width, Channels)]);
        return Answered(net, sample, clean, time);
    }

    private string Volume(TinyNetwork net, string sample, string time, string? bias)
    {
        int[] patch = [1, Patch, Patch];
        var grid = net.Node("Conv", [sample, net.Weights(0.3 / Patch, Width, Channels + ExtraChannels, 1, Patch, Patch)], ("kernel_shape", patch), ("strides", patch));
        var flat = net.Node("Transpose", [net.Node("Reshape", [grid, net.Wholes(0, Width, -1)])], ("perm", new[] { 0, 2, 1 }));
        var trunk = net.Node("Transpose", [Trunk(net, flat, time, bias)], ("perm", new[] { 0, 2, 1 }));
        var back = net.Node("Reshape", [trunk, net.Node("Shape", [grid])]);
        var clean = net.Node("Tanh", [net.Node("ConvTranspose", [back, net.Weights(0.3, Width, Channels, 1, Patch, Patch)], ("kernel_shape", patch), ("strides", patch))]);
        var noisy = ExtraChannels == 0 ? sample : Slice(net, sample, 0, Channels);
        if (ExtraChannels == Channels)
            clean = net.Node("Add", [Slice(net, sample, Channels, 2 * Channels), net.Node("Mul", [clean, net.Number(0.05f)])]);
        else if (ExtraChannels > 0)
        {
            // Where the mask says so, the clip is what was given.
            var known = net.Node("ReduceMax", [Slice(net, sample, Channels, ExtraChannels)], ("axes", new[] { 1 }), ("keepdims", 1));
            var given = net.Node("Sub", [Slice(net, sample, ExtraChannels, Channels + ExtraChannels), clean]);
            clean = net.Node("Add", [clean, net.Node("Mul", [known, given])]);
        }
        var one = net.Node("Reshape", [net.Node("ReduceMax", [time], ("axes", new[] { 1, 2 }), ("keepdims", 0)), net.Wholes(-1, 1, 1, 1, 1)]);
        return Answered(net, noisy, clean, one);
    }

    private string Trunk(TinyNetwork net, string tokens, string time, string? bias)
    {
        var angles = net.Node("MatMul", [time, net.Weights(6, 1, Width / 2)]);
        var embedding = net.Node("Concat", [net.Node("Sin", [angles]), net.Node("Cos", [angles])], ("axis", 2));
        var x = net.Node("Add", [tokens, net.Linear(embedding, Width, Width)]);
        var context = Image ? net.Node("Concat", ["encoder_hidden_states_image", "encoder_hidden_states"], ("axis", 1)) : "encoder_hidden_states";
        for (var block = 0; block < Blocks; block++)
            x = net.Block(x, Width, (context, TextWidth, bias));
        return net.Normalise(x, Width);
    }

    private string Answered(TinyNetwork net, string sample, string clean, string time)
    {
        switch (Answer)
        {
            case Answer.Flow:
                return net.Node("Div", [net.Node("Sub", [sample, clean]), net.Node("Max", [time, net.Number(0.05f)])]);
            case Answer.InvertedFlow:
                return net.Node("Div", [net.Node("Sub", [clean, sample]), net.Node("Max", [net.Node("Sub", [net.Number(1), time]), net.Number(0.05f)])]);
            case Answer.Noise:
                return net.Node("Add", [sample, net.Node("Mul", [clean, net.Number(0.1f)])]);
            default:
                return clean;
        }
    }

    private static string Slice(TinyNetwork net, string x, int from, int to) => net.Node("Slice", [x, net.Wholes(from), net.Wholes(to), net.Wholes(1)]);

    private static string Scalar(TinyNetwork net, long value) => net.Node("Squeeze", [net.Wholes(value)]);
}
