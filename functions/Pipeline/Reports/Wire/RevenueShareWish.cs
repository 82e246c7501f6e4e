using System.ComponentModel;

namespace SoraFunctions.Pipeline.Reports.Wire;

/// <summary>The body of <c>POST /v1/revenue/shares</c>.</summary>
/// <param name="Parties">Who has how large a share.</param>
public sealed record RevenueShareWish(
    [property: Description("Accounts such as agency or holder:acme (1 to 64 letters, digits, '-', '_' and ':') and their weights, whole numbers from 0, not all 0; 1 to 20 of them.")] IReadOnlyDictionary<string, long> Parties);
