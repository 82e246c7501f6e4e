namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>What became of an event.</summary>
public enum WebhookState
{
    /// <summary>It is still being told.</summary>
    Pending,

    /// <summary>It was heard.</summary>
    Delivered,

    /// <summary>It was told for three days, or its endpoint is gone or disabled: it is told again only when somebody asks for it.</summary>
    Dead,
}
