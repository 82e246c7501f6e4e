namespace SoraFunctions.Pipeline.Shops.Installs;

/// <summary>Set a shop up.</summary>
/// <param name="Shop">Its permanent name.</param>
public sealed record SetupOrder(string Shop);
