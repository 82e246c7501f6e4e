namespace SoraFunctions.Peers.Tests.Hosting;

/// <summary>A fact that needs the npm clients.</summary>
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = Script.Missing;
}
