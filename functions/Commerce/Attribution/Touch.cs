namespace SoraFunctions.Commerce.Attribution;

/// <summary>Which of several videos an order is due to, where evidence is equally hard.</summary>
public enum Touch
{
    /// <summary>The last one that the buyer met.</summary>
    Last,

    /// <summary>The first one.</summary>
    First,
}
