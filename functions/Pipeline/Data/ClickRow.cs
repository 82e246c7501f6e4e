namespace SoraFunctions.Pipeline.Data;

/// <summary>A visit through a tracked link. No address of the visitor is kept.</summary>
public sealed class ClickRow
{
    /// <summary>Running number.</summary>
    public long Id { get; init; }

    /// <summary>Through which link.</summary>
    public required string Code { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether a program came rather than a person.</summary>
    public required bool Bot { get; init; }

    /// <summary>Salted hash that tells visitors of one day apart, and nothing more.</summary>
    public required string Visitor { get; init; }
}
