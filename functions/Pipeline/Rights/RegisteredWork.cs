namespace SoraFunctions.Pipeline.Rights;

/// <summary>A confirmed work of the registry.</summary>
/// <param name="HolderId">Whose it is.</param>
/// <param name="Holder">The holder's name.</param>
/// <param name="Ask">Where to ask for a grant.</param>
/// <param name="Tenant">The tenant that looks after the holder; its own videos need no grant.</param>
/// <param name="Work">What it is.</param>
/// <param name="Rules">Rules of the built-in lists that its names meet: a grant of the work lifts these and no others.</param>
public sealed record RegisteredWork(string HolderId, string Holder, string Ask, string Tenant, RightsWork Work, IReadOnlySet<string> Rules);
