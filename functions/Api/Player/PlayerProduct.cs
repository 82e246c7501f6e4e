namespace SoraFunctions.Api.Player;

/// <summary>What the player element shows of a product.</summary>
internal sealed record PlayerProduct(string Name, string? Price, string Image);
