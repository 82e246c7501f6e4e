using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;

namespace SoraFunctions.CrashHost;

/// <summary>Films grey frames at once, with a chance to die before, in the middle and after.</summary>
internal sealed class TinyEngine(Journal journal, Deaths deaths) : IEngine
{
    public string Name => "world";

    public string Version => "tiny";

    public EngineAbilities Abilities { get; } = new("For trials.");

    public async Task Render(
        ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        Pass(Deaths.BeforeEffect, order);
        var frames = order.Format.FramesIn(order.Shot.Seconds);
        await using (var writer = new VideoWriter(Path.Combine(folder, OutputNames.Clip), order.Format))
        {
            for (var frame = 0; frame < frames; frame++)
            {
                var pixels = writer.Rent();
                pixels.AsSpan().Fill((byte)(64 + frame));
                await writer.Write(pixels, cancellation);
                progress.Report((frame + 1.0) / frames);
            }

            await writer.Complete(cancellation);
        }

        await File.WriteAllBytesAsync(
            Path.Combine(folder, OutputNames.Log),
            JsonSerializer.SerializeToUtf8Bytes(new ClipLog(), ContractJson.Default.ClipLog),
            cancellation);
        journal.Write($"filmed {order.Shot.Id}");
        Pass(Deaths.AfterEffect, order);
    }

    private void Pass(string point, ShotOrder order) => deaths.At(new(point, order.Shot.Id, 0));
}
