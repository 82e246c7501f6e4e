using SoraFunctions.Models.Diffusion.Decoding;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Noise;
using SoraFunctions.Models.Tests.Diffusion.Tiny;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class LatentDecoderTests : IDisposable
{
    private static readonly DecodeLimits Whole = new(4096, 999);

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory, InlineData("ltx"), InlineData("wan"), InlineData("mochi"), InlineData("animatediff")]
    public void In_tiles_and_chunks_a_clip_is_nearly_what_it_is_decoded_whole(string family)
    {
        using var run = new TinyRun(_temporary.File(family), TinyPackage.All[family]);
        var shape = run.Shape with { Frames = 5, Height = 5, Width = 11 };
        var latents = Smooth(shape);
        var whole = Decode(run, latents, shape, Whole);
        var parts = Decode(run, latents, shape, new(8 * run.Family.SpatialRatio, 3 * run.Family.TemporalRatio + 1));
        Assert.Equal(run.Family.Frames(5), whole.Length);
        Assert.Equal(whole.Length, parts.Length);
        // The seeded convolution sees the rim of a tile and the start of a chunk; what fades there is that alone.
        Assert.All(whole.Zip(parts), Near);
    }

    [Fact]
    public void With_caches_a_clip_is_exactly_what_it_is_decoded_whole()
    {
        using var run = new TinyRun(_temporary.File("wan"), TinyPackage.All["wan"]);
        using var cached = new TinyRun(_temporary.File("cached"), folder =>
        {
            TinyPackage.Wan(folder);
            TinyPackage.Save(TinyPackage.WanVae.CachedDecoder(), folder, "vae_decoder");
        });
        var shape = run.Shape with { Frames = 6 };
        var latents = Smooth(shape);
        var whole = Decode(run, latents, shape, Whole);
        var frames = Decode(cached, latents, shape, new(8, 5));
        Assert.Equal(21, frames.Length);
        Assert.All(whole.Zip(frames), pair => Assert.InRange(Largest(pair.First, pair.Second), 0, 1e-5));
    }

    [Fact]
    public void A_decoder_of_fixed_size_is_fed_tiles_of_that_size()
    {
        using var run = new TinyRun(_temporary.File("wan"), TinyPackage.All["wan"]);
        using var rigid = new TinyRun(_temporary.File("rigid"), folder =>
        {
            TinyPackage.Wan(folder);
            TinyPackage.Save(TinyPackage.WanVae.Decoder((3, 8, 8)), folder, "vae_decoder");
        });
        foreach (var shape in new[] { run.Shape with { Frames = 5, Height = 10, Width = 6 }, run.Shape with { Frames = 2, Height = 8, Width = 8 } })
        {
            var latents = Smooth(shape);
            Assert.All(
                Decode(run, latents, shape, Whole).Zip(Decode(rigid, latents, shape, Whole)), Near);
        }
    }

    [Fact]
    public void Pictures_are_made_when_they_are_asked_for()
    {
        using var run = new TinyRun(_temporary.File("wan"), TinyPackage.All["wan"]);
        using var cancellation = new CancellationTokenSource();
        var shape = run.Shape with { Frames = 12 };
        using var pictures = new LatentDecoder(run.Pool, run.Package, run.Family, new(512, 9))
            .Decode(Smooth(shape), shape, 1, cancellation.Token).GetEnumerator();
        Assert.True(pictures.MoveNext());
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (pictures.MoveNext()) { }
        });
    }

    [Fact]
    public void A_decoder_that_wants_a_timestep_gets_it_and_its_noise_from_the_seed()
    {
        using var run = new TinyRun(_temporary.File("ltx"), folder =>
        {
            TinyPackage.Ltx(folder);
            TinyPackage.Save(TinyPackage.LtxVae.Decoder(timestep: true), folder, "vae_decoder");
            TinyPackage.Text(folder, "vae_decoder/config.json", """{"timestep_conditioning":true,"decode_noise_scale":0.1}""");
        });
        Assert.Equal(new(0.05, 0.1), run.Family.DecodeNoise);
        var latents = Smooth(run.Shape);
        var (one, same, other) = (Decode(run, latents, run.Shape, Whole, 1), Decode(run, latents, run.Shape, Whole, 1), Decode(run, latents, run.Shape, Whole, 2));
        Assert.Equal(one[0].Planes, same[0].Planes);
        Assert.NotEqual(one[0].Planes, other[0].Planes);
    }

    private static PlanarPicture[] Decode(TinyRun run, float[] latents, LatentShape shape, DecodeLimits limits, ulong seed = 1) =>
        [.. new LatentDecoder(run.Pool, run.Package, run.Family, limits).Decode(latents, shape, seed, CancellationToken.None)];

    private static void Near((PlanarPicture First, PlanarPicture Second) pair)
    {
        Assert.InRange(Largest(pair.First, pair.Second), 0, 0.05);
        Assert.InRange(pair.First.Planes.Zip(pair.Second.Planes).Average(both => Math.Abs(both.First - both.Second)), 0, 0.01);
    }

    private static double Largest(PlanarPicture one, PlanarPicture other) => Enumerable.Range(0, one.Planes.Length).Max(i => Math.Abs(one.Planes[i] - other.Planes[i]));

    private static float[] Smooth(LatentShape shape)
    {
        var waves = new GaussianNoise(9).Values(shape.Channels * 3);
        var latents = new float[shape.Length];
        for (var i = 0; i < latents.Length; i++)
        {
            var (channel, place) = (i / shape.Volume, i % shape.Volume);
            var (frame, row, column) = (place / shape.Area, place % shape.Area / shape.Width, place % shape.Width);
            latents[i] = 0.3f * MathF.Sin(waves[3 * channel] * frame + waves[3 * channel + 1] * row + waves[3 * channel + 2] * column);
        }
        return latents;
    }
}
