namespace SoraFunctions.Local.Durable;

/// <summary>What a write to the history is about.</summary>
internal enum WriteKind
{
    Start,
    SubStart,
    Result,
    Retry,
    Status,
    Event,
    End,
    Continue,
    Cancel,
    Suspend,
    Purge,
}
