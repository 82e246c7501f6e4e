namespace SoraFunctions.Api.Agents;

/// <summary>A seller as the API shows it.</summary>
/// <param name="Object">Always <c>agent_seller</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Currency">In which money it sells.</param>
/// <param name="Token">What agents show; only when it was just made.</param>
/// <param name="ApiBaseUrl">What agents add paths to.</param>
internal sealed record SellerObject(string Object, string Name, string Currency, string? Token, string ApiBaseUrl);
