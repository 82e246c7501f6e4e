namespace SoraFunctions.Provenance.Tests;

/// <summary>
/// A test that needs the foreign test files and the npm validators; skipped with a message without them.
/// </summary>
public sealed class SharedMediaFactAttribute : FactAttribute
{
    public SharedMediaFactAttribute() =>
        Skip = Peers.Missing ?? (Peers.SharedMedia is null ? "The foreign test files are absent: set SORA_SHARED to the folder that holds media/c2pa." : null);
}
