namespace SoraFunctions.Contract.Renders;

/// <summary>A narration that the caller brings in place of what would be spoken; it begins with the video.</summary>
/// <param name="Sha256">The asset: MP3, AAC in ADTS or MP4, WAV, FLAC, or Vorbis or Opus in Ogg.</param>
public sealed record OwnVoice(string Sha256);
