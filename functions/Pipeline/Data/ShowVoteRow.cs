namespace SoraFunctions.Pipeline.Data;

/// <summary>What one of an audience wants changed about a cut.</summary>
public sealed class ShowVoteRow
{
    /// <summary>Of which show.</summary>
    public required string ShowId { get; init; }

    /// <summary>About which cut.</summary>
    public required int Cut { get; init; }

    /// <summary>Who: a hash that tells nothing else.</summary>
    public required string Voter { get; init; }

    /// <summary>What would come of it: votes for one result are votes for one change, whatever their words.</summary>
    public required string Change { get; set; }

    /// <summary>In which words.</summary>
    public required string Words { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }
}
