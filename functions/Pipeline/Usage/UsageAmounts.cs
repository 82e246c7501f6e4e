using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>How much of each thing was used. Whole numbers, so that sums are exact.</summary>
public sealed record UsageAmounts
{
    /// <summary>Thousandths of a second of video that were made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Milliseconds { get; init; }

    /// <summary>Pixels that were made: those of a frame, times the frames.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Pixels { get; init; }

    /// <summary>Thousandths of a second that a worker worked, waiting in its row left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long WorkMilliseconds { get; init; }

    /// <summary>Those of them during which it was a GPU that worked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long GpuMilliseconds { get; init; }

    /// <summary>Tokens that a language model read and wrote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Tokens { get; init; }

    /// <summary>Bytes that were made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Bytes { get; init; }

    /// <summary>Bytes that were stored, times days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ByteDays { get; init; }
}
