namespace SoraFunctions.Service;

/// <summary>Looks at a picture of a clip in the making.</summary>
/// <param name="jpeg">The picture.</param>
/// <param name="cancellation">Gives the work up.</param>
/// <returns>Why it may not be shown, in plain words; null when it may.</returns>
public delegate Task<string?> PreviewJudge(byte[] jpeg, CancellationToken cancellation);
