using System.Security.Cryptography;

namespace SoraFunctions.Azure.Signing;

/// <summary>A key in a vault.</summary>
/// <param name="Id">Its address with its version.</param>
/// <param name="Key">Its public part; it signs by asking the vault, which the private part never leaves.</param>
internal sealed record VaultKey(Uri Id, AsymmetricAlgorithm Key);
