using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Tests.Payments;

/// <summary>Payments of a deployment that keeps no keys.</summary>
internal static class NoPayments
{
    public static PaymentLinks Of(SoraDatabase database) => new(
        database,
        new PaymentAccounts(database, RemoteOptions.None, TimeProvider.System),
        new StripeClient(new OutboundHttp(new OutboundOptions()), StripeOptions.Usual),
        TimeProvider.System);
}
