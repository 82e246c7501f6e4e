namespace SoraFunctions.Contract.Renders;

/// <summary>What is to be listened to.</summary>
/// <param name="Sound">SHA-256 of a file with sound in any format that ffmpeg reads.</param>
public sealed record SoundOrder(string Sound);
