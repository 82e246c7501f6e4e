using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Calls;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Tests.Doubles;

/// <summary>For tests in which no other server is asked.</summary>
internal static class NoRemotes
{
    public static RemoteHealth Health(SoraDatabase database) => new(
        new RemoteDirectory(database, RemoteOptions.None), new RemoteLines(new OutboundHttp(new OutboundOptions()), new RemoteRetry()), new RemoteAnswers(), TimeProvider.System);
}
