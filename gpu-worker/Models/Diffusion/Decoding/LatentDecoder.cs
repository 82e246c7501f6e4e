using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Noise;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion.Decoding;

/// <summary>
/// Turns latents into pictures in bounded memory: a few latent frames at a time, in tiles. Chunks share a latent frame and more, and fade into each other
/// over the frames that both have: a causal decoder knows nothing of what was before its first frame.
/// </summary>
/// <param name="pool">Where sessions come from.</param>
/// <param name="package">A package that can run.</param>
/// <param name="family">What it is.</param>
/// <param name="limits">How much is decoded in one run.</param>
public sealed class LatentDecoder(SessionPool pool, ModelPackage package, Family family, DecodeLimits limits)
{
    private const uint DecodeStream = uint.MaxValue;
    private const int SharedLatents = 2;

    /// <summary>Decodes a clip; each picture is made when it is asked for.</summary>
    /// <param name="latents">On the denoiser's scale; left as they are.</param>
    /// <param name="shape">Their size.</param>
    /// <param name="seed">Same seed, same pictures: decoders that want noise get it from this.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ModelLoadException">The decoder cannot be loaded.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">It cannot be run.</exception>
    public IEnumerable<PlanarPicture> Decode(float[] latents, LatentShape shape, ulong seed, CancellationToken cancellation)
    {
        var part = package.Part(PartKind.Decoder)!;
        using var lease = pool.Rent(part.Path);
        var run = new DecoderRun(lease.Session, part, family);
        var tiles = new TiledDecoder(run, family, limits);
        var raw = Raw(latents, shape, seed);
        if (part.Binding!.Caches.Count > 0)
        {
            foreach (var picture in new CachedDecoder(lease.Session, part, family).Decode(raw, shape, cancellation))
                yield return picture;
            yield break;
        }
        PlanarPicture[] tail = [];
        var chunks = Chunks(shape.Frames, run.Frames);
        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = chunks[i];
            var part3 = shape with { Frames = chunk.Length };
            var pictures = Pictures(tiles.Decode(Padding.Part(raw, shape, part3, chunk.Start, 0, 0), part3, cancellation), part3);
            // Where chunks share nothing, as those of single pictures, nothing fades.
            for (var shared = 0; shared < tail.Length; shared++)
                pictures[shared] = tail[shared].Mix(pictures[shared], (shared + 1f) / (tail.Length + 1f));
            var kept = i + 1 < chunks.Count ? chunk.End - chunks[i + 1].Start : 0;
            var keptFrames = kept == 0 ? 0 : family.Frames(kept);
            foreach (var picture in pictures[..^keptFrames])
                yield return picture;
            tail = pictures[^keptFrames..];
        }
    }

    private IReadOnlyList<Piece> Chunks(int frames, int? fixedFrames)
    {
        var length = fixedFrames ?? Math.Max(2, (limits.ChunkFrames - 1) / family.TemporalRatio + 1);
        return Piece.Cover(frames, length, family.TemporalRatio == 1 ? 0 : Math.Min(SharedLatents, length - 1));
    }

    private float[] Raw(float[] latents, LatentShape shape, ulong seed)
    {
        var raw = (float[])latents.Clone();
        family.Statistics.Restore(shape, raw);
        if (family.DecodeNoise is not { Scale: > 0 } wanted || !package.Part(PartKind.Decoder)!.Binding!.Inputs.ContainsKey(TensorRole.Timestep))
            return raw;
        var noise = new GaussianNoise(seed, DecodeStream).Values(raw.Length);
        var share = (float)wanted.Scale;
        for (var i = 0; i < raw.Length; i++)
            raw[i] = (1 - share) * raw[i] + share * noise[i];
        return raw;
    }

    private PlanarPicture[] Pictures(float[] pixels, LatentShape latents)
    {
        var shape = new LatentShape(3, family.Frames(latents.Frames), latents.Height * family.SpatialRatio, latents.Width * family.SpatialRatio);
        return [.. Enumerable.Range(0, shape.Frames).Select(frame => Picture(pixels, shape, frame))];
    }

    internal static PlanarPicture Picture(float[] pixels, LatentShape shape, int frame)
    {
        var planes = new float[3 * shape.Area];
        shape.CopyFrames(pixels, frame, planes);
        foreach (ref var value in planes.AsSpan())
            value = Math.Clamp((value + 1) / 2, 0, 1);
        return new(shape.Width, shape.Height, planes);
    }
}
