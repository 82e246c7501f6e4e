namespace SoraFunctions.Commerce.Agents;

/// <summary>To whom something is sent.</summary>
public sealed record AgentFulfillment
{
    /// <summary>Who.</summary>
    public string? Name { get; init; }

    /// <summary>Telephone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Where.</summary>
    public AgentAddress? Address { get; init; }
}
