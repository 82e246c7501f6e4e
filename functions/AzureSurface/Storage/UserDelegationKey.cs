namespace Azure.Storage.Blobs.Models;

public class UserDelegationKey
{
    internal UserDelegationKey() => throw null!;

    public DateTimeOffset SignedExpiresOn => throw null!;
}
