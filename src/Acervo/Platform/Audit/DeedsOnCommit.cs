using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Writes what a transaction did into the trail just before it commits, and keeps a receipt outside the database just after.</summary>
public sealed class DeedsOnCommit(DeedWriter writer, AuditReceipts receipts, AuditSeal seal) : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb db)
        {
            // What an earlier transaction wrote and failed to commit was not done.
            db.Written = [];
            if (db.TakeDone(eventData.TransactionId) is { Count: > 0 } deeds)
            {
                db.Written = await writer.WriteAsync((NpgsqlConnection)transaction.Connection!, deeds, cancellationToken);
            }
        }

        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb { Written: { Count: > 0 } written } db)
        {
            db.Written = [];
            receipts.Keep(written);
            seal.Ring();
        }

        return Task.CompletedTask;
    }

    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        eventData.Context is AppDb db && db.TakeDone(eventData.TransactionId).Count > 0
            ? throw new NotSupportedException("Acts are committed asynchronously.")
            : result;
}
