namespace SoraFunctions.Pipeline.Channels;

/// <summary>How a channel sounds.</summary>
/// <param name="Has">Whether the file has a sound track.</param>
/// <param name="StartsMuted">Whether it plays without sound until its viewer asks for it.</param>
/// <param name="Loudness">Integrated loudness in LUFS.</param>
/// <param name="TruePeak">Highest true peak in dBTP.</param>
public sealed record ChannelSound(bool Has, bool StartsMuted, double Loudness, double TruePeak);
