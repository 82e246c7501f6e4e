namespace SoraFunctions.Media.Running;

/// <summary>ffmpeg or ffprobe could not be started, or refused its work.</summary>
/// <param name="message">What went wrong; holds the last lines that the program wrote.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class FfmpegException(string message, Exception? inner = null) : Exception(message, inner);
