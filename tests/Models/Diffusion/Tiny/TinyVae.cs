using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;

namespace SoraFunctions.Models.Tests.Diffusion.Tiny;

/// <summary>
/// A VAE that keeps the mean colours of the four quarters of each block (of the block, where there are few channels), and whose decoder
/// passes a causal convolution of seeded weights too.
/// </summary>
public sealed record TinyVae(int Channels, int TemporalRatio, int SpatialRatio)
{
    private const double Texture = 0.005;

    private int Quarters => Channels >= 12 ? 2 : 1;

    public OnnxGraph Encoder(bool pictures = false)
    {
        var net = new TinyNetwork(71);
        net.Graph.Input("sample", TensorElementType.Float, pictures ? [1, 3, "height", "width"] : [1, 3, "frames", "height", "width"]);
        net.Graph.Output("latent_parameters", TensorElementType.Float, pictures ? [1, 2 * Channels, "h", "w"] : [1, 2 * Channels, "f", "h", "w"]);
        var side = SpatialRatio / Quarters;
        var clip = pictures ? "sample" : net.Node("Pad", ["sample", net.Wholes(0, 0, TemporalRatio - 1, 0, 0, 0, 0, 0, 0, 0)], ("mode", "edge"));
        int[] window = pictures ? [side, side] : [TemporalRatio, side, side];
        var small = net.Node("AveragePool", [clip], ("kernel_shape", window), ("strides", window));
        int[] quarters = pictures ? [Quarters, Quarters] : [1, Quarters, Quarters];
        // Behind the means lie logarithms of variances, which nobody reads: they are far from 0 so that it would show.
        var mean = net.Node("Conv", [small, net.Floats([Channels, 3, .. quarters.Select(length => (long)length)], Codec())], ("kernel_shape", quarters), ("strides", quarters));
        var variance = net.Node("Add", [net.Node("Mul", [mean, net.Number(0)]), net.Number(-30)]);
        net.Result("Concat", [mean, variance], "latent_parameters", ("axis", 1));
        return net.Graph;
    }

    /// <param name="size">Fixed latent frames, rows and places of a row; null for any.</param>
    /// <param name="pictures">Whether it decodes single pictures.</param>
    /// <param name="timestep">Whether it wants a timestep, by which it darkens.</param>
    public OnnxGraph Decoder((int Frames, int Height, int Width)? size = null, bool pictures = false, bool timestep = false)
    {
        var net = new TinyNetwork(72);
        object[] rest = size is var (f, h, w) ? [f, h, w] : ["frames", "height", "width"];
        net.Graph.Input("latent_sample", TensorElementType.Float, [1, Channels, .. pictures ? rest[1..] : rest]);
        net.Graph.Output("sample", TensorElementType.Float, pictures ? [1, 3, "H", "W"] : [1, 3, "F", "H", "W"]);
        var small = Small(net, "latent_sample", pictures);
        var textured = net.Node("Add", [small, pictures
            ? net.Node("Conv", [small, net.Weights(Texture, 3, 3, 3, 3)], ("pads", new[] { 1, 1, 1, 1 }))
            : net.Node("Conv", [small, net.Weights(Texture, 3, 3, 3, 3, 3)], ("pads", new[] { 2, 1, 1, 0, 1, 1 }))]);
        if (timestep)
        {
            net.Graph.Input("timestep", TensorElementType.Float, 1);
            textured = net.Node("Sub", [textured, "timestep"]);
        }
        var large = Enlarged(net, textured, pictures);
        net.Result("Slice", [large, net.Wholes(TemporalRatio - 1), net.Wholes(int.MaxValue), net.Wholes(pictures ? 0 : 2)], "sample");
        return net.Graph;
    }

    /// <summary>The same decoder for one latent frame at a time: the two frames before come in and go out.</summary>
    public OnnxGraph CachedDecoder()
    {
        var net = new TinyNetwork(72);
        net.Graph.Input("latent_sample", TensorElementType.Float, 1, Channels, 1, "height", "width");
        net.Graph.Input("cache_0", TensorElementType.Float, 1, 3, 2, $"height*{Quarters}", $"width*{Quarters}");
        net.Graph.Input("first", TensorElementType.Int64, 1);
        net.Graph.Output("sample", TensorElementType.Float, 1, 3, "F", "H", "W");
        net.Graph.Output("new_cache_0", TensorElementType.Float, 1, 3, 2, $"height*{Quarters}", $"width*{Quarters}");
        var small = Small(net, "latent_sample", false);
        var three = net.Node("Concat", ["cache_0", small], ("axis", 2));
        net.Result("Slice", [three, net.Wholes(1), net.Wholes(3), net.Wholes(2)], "new_cache_0");
        var textured = net.Node("Add", [small, net.Node("Conv", [three, net.Weights(Texture, 3, 3, 3, 3, 3)], ("pads", new[] { 0, 1, 1, 0, 1, 1 }))]);
        var large = Enlarged(net, textured, false);
        var start = net.Node("Mul", ["first", net.Wholes(TemporalRatio - 1)]);
        net.Result("Slice", [large, start, net.Wholes(int.MaxValue), net.Wholes(2)], "sample");
        return net.Graph;
    }

    private string Small(TinyNetwork net, string latents, bool pictures)
    {
        int[] quarters = pictures ? [Quarters, Quarters] : [1, Quarters, Quarters];
        return net.Node(
            "ConvTranspose", [latents, net.Floats([Channels, 3, .. quarters.Select(length => (long)length)], Codec())], ("kernel_shape", quarters), ("strides", quarters));
    }

    private string Enlarged(TinyNetwork net, string small, bool pictures)
    {
        float side = SpatialRatio / Quarters;
        float[] scales = pictures ? [1, 1, side, side] : [1, 1, TemporalRatio, side, side];
        return net.Node("Resize", [small, "", net.Floats([scales.Length], scales)],
            ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor"));
    }

    // Channel (quarter, colour) is that quarter's colour; the way back has the same weights.
    private float[] Codec()
    {
        var area = Quarters * Quarters;
        var weights = new float[Channels * 3 * area];
        for (var channel = 0; channel < 3 * area; channel++)
            weights[(channel * 3 + channel % 3) * area + channel / 3] = 1;
        return weights;
    }
}
