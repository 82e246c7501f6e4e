namespace SoraFunctions.Service.Assets;

/// <summary>What the store knows of an asset without opening it.</summary>
internal sealed record StoredAsset(string Sha256, long Length);
