namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Decodes a film, which the pipeline can't do by itself: a worker does it for the service, the command line in its own process.</summary>
public interface IFrameSource
{
    /// <summary>Frames a second that are taken; what reads marks and fingerprints is made for it.</summary>
    const double FramesPerSecond = 8;

    /// <summary>Seconds from the start that are looked at.</summary>
    const double MostSeconds = 30;

    /// <summary>Pixels of the short side that larger frames are made smaller to: what the reader of watermarks works with.</summary>
    const int MostShortSide = 360;

    /// <summary>The frames of a file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="sha256">Its content hash, 64 lower-case hex digits.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidDataException">It shows no picture that can be read.</exception>
    /// <exception cref="IOException">Nobody is there to decode it now; another time it may be decoded.</exception>
    IAsyncEnumerable<LumaFrame> Read(FileInfo file, string sha256, CancellationToken cancellation);
}
