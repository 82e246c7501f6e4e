namespace SoraFunctions.Provenance.Tests;

/// <summary>A test that needs the npm validators; skipped with a message where they are not installed.</summary>
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = Peers.Missing;
}
