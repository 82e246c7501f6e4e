using System.Security.Cryptography;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>What an ad request may say of its brand.</summary>
internal static class BrandRules
{
    private const int LongestSource = 28 * 1024 * 1024;

    public static void Check(AdBrand brand, AdFiles files, RequestFaults faults)
    {
        faults.Text("brand.name", brand.Name, 1, 80);
        faults.Colour("brand.primary_colour", brand.PrimaryColour);
        faults.Colour("brand.accent_colour", brand.AccentColour);
        Source("brand.logo", brand.Logo, files.Logo is not null, faults);
        Source("brand.font", brand.Font, files.Font is not null, faults);
    }

    /// <summary>A storyboard may use no other logo and font than those that came with it.</summary>
    public static void CheckKit(BrandKit? kit, CheckedPicture? logo, ReadOnlyMemory<byte>? font)
    {
        var faults = new RequestFaults();
        if (kit?.Logo is { } picture && (logo is null || HashOf(logo.Bytes) != picture))
        {
            faults.Add("storyboard.brand.logo", "storyboard.brand.logo must be the SHA-256 of the brand.logo sent with the request.");
        }

        if (kit?.Font is { } letters && (font is null || HashOf(font.Value) != letters))
        {
            faults.Add("storyboard.brand.font", "storyboard.brand.font must be the SHA-256 of the brand.font sent with the request.");
        }

        faults.ThrowIfAny();
    }

    private static void Source(string field, string? source, bool asFile, RequestFaults faults)
    {
        faults.Text(field, source, 1, LongestSource);
        if (source is not null && asFile)
        {
            faults.Add(field, $"{field} must be exactly one of a file and an address or data: URL.");
        }
    }

    private static string HashOf(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}
