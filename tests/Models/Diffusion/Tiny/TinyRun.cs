using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Sampling;
using SoraFunctions.Models.Diffusion.Texts;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Tests.Diffusion.Tiny;

/// <summary>A tiny package, made and opened.</summary>
public sealed class TinyRun : IDisposable
{
    public TinyRun(string folder, Action<string> make, long budget = long.MaxValue)
    {
        make(folder);
        Package = ModelPackage.Read(folder);
        var reading = FamilyReader.Of(Package);
        Assert.Empty(reading.Problems);
        Family = reading.Family!;
        Pool = new(new() { Providers = [ExecutionProvider.Cpu], Threads = 1 }, budget);
    }

    public ModelPackage Package { get; }

    public Family Family { get; }

    public SessionPool Pool { get; }

    public LatentShape Shape => Family.Shape(Family.Raster.Width, Family.Raster.Height, Family.Raster.Frames);

    public EncodedPrompt Encode(string prompt) => new PromptEncoder(Pool, Package, Family.Text).Encode(prompt, CancellationToken.None);

    /// <summary>An order as the engine makes it: 4 steps at the package's own size.</summary>
    public SamplingOrder Order(string prompt = "a red bottle on the table", ulong seed = 7) => new()
    {
        Shape = Shape,
        WindowFrames = Shape.Frames,
        WindowOverlap = 1,
        Steps = Family.Steps,
        Guidance = Family.Guidance,
        SecondScale = Family.SecondScale,
        Seed = seed,
        Prompt = Encode(prompt),
        Negative = Encode("text"),
        Known = Family.Pictures is PictureInput.Latents ? new([], new float[Shape.Length])
            : Family.Pictures is PictureInput.MaskAndLatents ? new([], new float[Shape.Length + (Shape with { Channels = Family.TemporalRatio }).Length])
            {
                Image = Package.Part(PartKind.ImageEncoder) is null ? [] : new float[49 * TinyDenoiser.TextWidth],
            } : null,
    };

    public float[] Sample(SamplingOrder order, Action<SamplingStep>? onStep = null, CancellationToken cancellation = default) =>
        new LatentSampler(Pool, Package, Family).Sample(order, onStep, cancellation);

    public void Dispose() => Pool.Dispose();
}
