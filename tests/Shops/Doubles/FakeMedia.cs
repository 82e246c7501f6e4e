namespace SoraFunctions.Shops.Tests.Doubles;

/// <summary>Something that is shown of a product in the fake shop.</summary>
public sealed class FakeMedia(long number, string kind, string? fileName)
{
    public long Number { get; } = number;

    public string Kind { get; } = kind;

    public string Id { get; } = $"gid://shopify/{(kind == "VIDEO" ? "Video" : "MediaImage")}/{number}";

    public string? FileName { get; } = fileName;

    public string? Alt { get; set; }

    public string Status { get; set; } = "READY";

    /// <summary>Looks until a video is ready.</summary>
    public int Looks { get; set; }
}
