using System.Runtime.CompilerServices;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.Pipeline.Verifications;

namespace SoraFunctions.Local.Checks;

/// <summary>Decodes in this process, for a check that needs no worker.</summary>
internal sealed class OwnFrames : IFrameSource
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<LumaFrame> Read(FileInfo file, string sha256, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var film = await Open(file, cancellation);
        while (await Next(film, cancellation))
        {
            yield return new LumaFrame(film.Width, film.Height, film.Seconds, film.Luma);
        }
    }

    private static async Task<LumaReader> Open(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return await LumaReader.Open(
                file.FullName, IFrameSource.FramesPerSecond, IFrameSource.MostSeconds, cancellation, IFrameSource.MostShortSide);
        }
        catch (FfmpegException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static async ValueTask<bool> Next(LumaReader film, CancellationToken cancellation)
    {
        try
        {
            return await film.Read(cancellation);
        }
        catch (Exception fault) when (fault is FfmpegException or EndOfStreamException)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }
}
