using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service;

/// <summary>Takes a likeness out of a film. Fails with <see cref="InvalidDataException"/> when the file is none, however often it is tried.</summary>
/// <param name="video">The MP4 file.</param>
/// <param name="target">The PNG file that is written.</param>
/// <param name="cancellation">Gives the work up.</param>
public delegate Task<LikenessFacts> LikenessMaker(string video, string target, CancellationToken cancellation);
