namespace SoraFunctions.Contract.Renders;

/// <summary>Which frames are taken.</summary>
/// <param name="Video">SHA-256 of a file in any format that ffmpeg reads.</param>
/// <param name="FramesPerSecond">How many of each second, over 0 to 60.</param>
/// <param name="MostSeconds">Where to stop, in seconds from the start: over 0 to 600.</param>
/// <param name="MostShortSide">Pixels of the short side, at least 16; larger frames are made smaller.</param>
public sealed record FramesOrder(string Video, double FramesPerSecond, double MostSeconds, int MostShortSide);
