namespace SoraFunctions.Pipeline.Shops.Installs;

/// <summary>What goes along with a merchant while he allows the app; sealed, so that nobody else can make or read it.</summary>
/// <param name="Tenant">For whom.</param>
/// <param name="Shop">Which shop.</param>
/// <param name="Publishes">Whether finished videos are put onto the pages of their products.</param>
/// <param name="Until">Until when it holds, Unix seconds.</param>
/// <param name="Browser">SHA-256 of what his browser keeps, in hex, where the installation was begun in it; null where it was begun by a program.</param>
/// <param name="Results">Whether the shop is told what came of its videos.</param>
internal sealed record InstallState(string Tenant, string Shop, bool Publishes, long Until, string? Browser = null, bool Results = false);
