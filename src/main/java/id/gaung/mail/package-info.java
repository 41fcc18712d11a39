/**
 * Messages to people: an outbox in the database, written in the transaction of what a message tells
 * of; its way out by SMTP, each message once; what cannot leave and is passed on by hand; what each
 * person wants to get. Implements identity's listener for sign-in links. Alone writes {@code mail},
 * {@code mail_attempt} and {@code mail_unwanted}. Uses kernel, db, web, audit, identity and jobs.
 */
@NullMarked
package id.gaung.mail;

import org.jspecify.annotations.NullMarked;
