using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>What is due to a holder for the orders of a period that a video led to, in one currency.</summary>
/// <param name="Use">The video and its grant.</param>
/// <param name="Orders">How many orders.</param>
/// <param name="Revenue">What they brought, less what was given back until now.</param>
/// <param name="Due">The holder's part of that.</param>
public sealed record RightsEarning(Data.GrantUseRow Use, int Orders, Money Revenue, Money Due);
