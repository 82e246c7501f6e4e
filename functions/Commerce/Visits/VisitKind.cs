namespace SoraFunctions.Commerce.Visits;

/// <summary>Who follows a tracked link.</summary>
public enum VisitKind
{
    /// <summary>A person in a browser or an app's own web view: counts as a click.</summary>
    Person,

    /// <summary>A messenger or network that fetches a picture and title to show with the link.</summary>
    Preview,

    /// <summary>A crawler, monitor or script.</summary>
    Bot,
}
