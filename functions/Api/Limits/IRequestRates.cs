namespace SoraFunctions.Api.Limits;

/// <summary>Counts what callers send in a minute: on this machine, or over all of them.</summary>
internal interface IRequestRates
{
    /// <summary>Takes a request of one minute's many, if there is one left.</summary>
    ValueTask<RateVerdict> Count(LimitedParty party, CancellationToken cancellation);
}
